package family.garden.ops.database;

/** What psql is asked for a {@link Fingerprint}: each line of the answer is "fact TAB value". */
public final class FingerprintQueries {
  private FingerprintQueries() {}

  /** For psql, which makes statements of the answers to some of them. */
  public static final String ALL =
      """
      SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
      SET bytea_output = 'hex'; SET extra_float_digits = 1; SET search_path = '';
      SELECT 'PostgreSQL', current_setting('server_version_num')::int / 10000;
      """
          + relations()
          + definitions()
          + content();

  private static String relations() {
    return """
        SELECT 'relation ' || c.oid::regclass, concat_ws(' ', c.relkind, c.relpersistence,
            c.relowner::regrole, c.relacl, c.reloptions,
            CASE WHEN c.relrowsecurity THEN 'rows secured' END)
          FROM pg_catalog.pg_class c
         WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND %1$s;
        SELECT format('column %%s.%%I', c.oid::regclass, a.attname),
            concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod),
              CASE WHEN a.attnotnull THEN 'NOT NULL' END, NULLIF(a.attidentity, ''),
              NULLIF(a.attgenerated, ''), a.attcollation::regcollation, a.attacl,
              replace(pg_catalog.pg_get_expr(d.adbin, d.adrelid), E'\\n', ' '))
          FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
         WHERE c.relkind IN ('r', 'p', 'v', 'm') AND %1$s;
        SELECT 'index ' || i.indexrelid::regclass, concat_ws(' ', pg_catalog.pg_get_indexdef(i.indexrelid),
            CASE WHEN NOT i.indisvalid THEN 'not valid' END)
          FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid WHERE %1$s;
        """
        .formatted(inOwnSchema("c.relnamespace"));
  }

  private static String definitions() {
    return """
        SELECT format('constraint %%I on %%s', o.conname, o.conrelid::regclass),
            concat_ws(' ', pg_catalog.pg_get_constraintdef(o.oid), CASE WHEN NOT o.convalidated THEN 'not valid' END)
          FROM pg_catalog.pg_constraint o WHERE %1$s AND o.conrelid <> 0;
        SELECT format('trigger %%I on %%s', t.tgname, t.tgrelid::regclass),
            md5(pg_catalog.pg_get_triggerdef(t.oid)) || t.tgenabled::text
          FROM pg_catalog.pg_trigger t WHERE NOT t.tgisinternal;
        SELECT 'view ' || c.oid::regclass, md5(pg_catalog.pg_get_viewdef(c.oid))
          FROM pg_catalog.pg_class c WHERE c.relkind IN ('v', 'm') AND %2$s;
        SELECT 'function ' || p.oid::regprocedure, md5(pg_catalog.pg_get_functiondef(p.oid))
          FROM pg_catalog.pg_proc p WHERE p.prokind IN ('f', 'p') AND %3$s;
        SELECT 'values of ' || e.enumtypid::regtype, string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder)
          FROM pg_catalog.pg_enum e GROUP BY e.enumtypid;
        SELECT 'extension ' || extname, extversion FROM pg_catalog.pg_extension;
        SELECT 'sequence ' || seqrelid::regclass,
            concat_ws(' ', seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcycle)
          FROM pg_catalog.pg_sequence;
        SELECT 'large objects', count(*) FROM pg_catalog.pg_largeobject_metadata;
        """
        .formatted(
            inOwnSchema("o.connamespace"),
            inOwnSchema("c.relnamespace"),
            inOwnSchema("p.pronamespace"));
  }

  /**
   * Two sums over all rows, of the two halves of the MD5 of each: the same in whatever order the
   * rows lie, another one where a row is missing, doubled or different. The content of unlogged
   * tables is not meant to survive.
   */
  private static String content() {
    return """
        SELECT format('SELECT %%L, count(*) || '' rows, checksum '' || concat_ws('':'','
              ' coalesce(sum((''x'' || substr(md5(t::text), 1, 16))::bit(64)::bigint::numeric), 0),'
              ' coalesce(sum((''x'' || substr(md5(t::text), 17))::bit(64)::bigint::numeric), 0))'
              ' FROM ONLY %%s t', 'content ' || c.oid::regclass, c.oid::regclass)
          FROM pg_catalog.pg_class c
         WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND %1$s \\gexec
        SELECT format('SELECT %%L, CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM %%s',
              'position ' || seqrelid::regclass, seqrelid::regclass)
          FROM pg_catalog.pg_sequence \\gexec
        SELECT format('SELECT %%L, coalesce(max(%%I), 0) FROM ONLY %%s',
              'used ' || d.objid::regclass, a.attname, d.refobjid::regclass)
          FROM pg_catalog.pg_sequence q
          JOIN pg_catalog.pg_depend d ON d.objid = q.seqrelid AND d.deptype IN ('a', 'i')
           AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
          JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid \\gexec
        SELECT 'SELECT ''schema version'', max(version::int) FROM public.flyway_schema_history WHERE success'
         WHERE to_regclass('public.flyway_schema_history') IS NOT NULL \\gexec
        """
        .formatted(inOwnSchema("c.relnamespace"));
  }

  private static String inOwnSchema(String namespace) {
    return namespace
        + " NOT IN (SELECT oid FROM pg_catalog.pg_namespace"
        + " WHERE nspname ~ '^(pg_|information_schema$)')";
  }
}
