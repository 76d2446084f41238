import { clsx } from "clsx";
import { useId, type ComponentProps, type ReactNode } from "react";

export const BOX =
  "w-full rounded-xl border border-field bg-card px-3 py-2 text-base text-ink aria-invalid:border-bloom aria-invalid:border-2";

export interface Around {
  label: string;
  hint?: string;
  errors?: readonly string[];
}

interface FrameProps extends Around {
  children: (ids: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}

/** A control with its label above it, and its hint and errors below. */
export function Labelled({ label, hint, errors = [], children }: FrameProps) {
  const id = useId();
  const message = clsx(hint && `${id}-hint`, errors.length > 0 && `${id}-errors`);
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        "aria-describedby": message || undefined,
        "aria-invalid": errors.length > 0 || undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <ul id={`${id}-errors`} role="alert" className="text-bloom text-sm font-medium">
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function TextField({ label, hint, errors, ...input }: Around & ComponentProps<"input">) {
  return (
    <Labelled label={label} hint={hint} errors={errors}>
      {(ids) => <input {...input} {...ids} className={clsx(BOX, "min-h-11")} />}
    </Labelled>
  );
}

export function TextArea({ label, hint, errors, ...area }: Around & ComponentProps<"textarea">) {
  return (
    <Labelled label={label} hint={hint} errors={errors}>
      {(ids) => <textarea rows={3} {...area} {...ids} className={BOX} />}
    </Labelled>
  );
}

export function Select({
  label,
  hint,
  errors,
  children,
  ...select
}: Around & ComponentProps<"select">) {
  return (
    <Labelled label={label} hint={hint} errors={errors}>
      {(ids) => (
        <select {...select} {...ids} className={clsx(BOX, "min-h-11")}>
          {children}
        </select>
      )}
    </Labelled>
  );
}

export function Checkbox({ label, hint, ...input }: Around & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 py-1">
      <input
        {...input}
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="accent-leaf mt-0.5 size-6 shrink-0"
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
