-- One row: the oldest schema version whose programs still work on this schema. A migration that takes
-- away what they need raises it, so that they refuse to start instead of failing later.
CREATE TABLE schema_compatibility (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    works_from integer NOT NULL
);
-- Programs of earlier versions refuse every newer schema.
INSERT INTO schema_compatibility (works_from) VALUES (6);
