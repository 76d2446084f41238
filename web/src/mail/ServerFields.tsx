import { useTexts } from "@/platform/texts/texts";
import { Select, TextField } from "@/platform/ui/Field";
import { PasswordField } from "@/platform/ui/PasswordField";
import { words } from "./texts";
import { SECURITIES, type Typed } from "./typed";

interface ServerFieldsProps {
  typed: Typed;
  /** Whether a password is stored; it is never shown. */
  hasPassword: boolean;
  /** Whether the stored password is not valid for the server in the form. */
  passwordAgain: boolean;
  /** The server's messages for each field. */
  errors: Readonly<Record<string, readonly string[]>>;
  onChange: (typed: Typed) => void;
}

/** The mail server, and the user name and password for it. */
export function ServerFields({
  typed,
  hasPassword,
  passwordAgain,
  errors,
  onChange,
}: ServerFieldsProps) {
  const text = useTexts(words);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
        <TextField
          label={text.host}
          hint={text.hostHint}
          name="host"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={253}
          value={typed.host}
          errors={errors.host}
          onChange={(event) => onChange({ ...typed, host: event.target.value })}
        />
        <TextField
          label={text.port}
          hint={text.portHint}
          type="number"
          inputMode="numeric"
          name="port"
          required
          min={1}
          max={65535}
          value={typed.port}
          errors={errors.port}
          onChange={(event) => onChange({ ...typed, port: event.target.value })}
        />
      </div>
      <Select
        label={text.security}
        name="security"
        value={typed.security}
        errors={errors.security}
        onChange={(event) =>
          onChange({
            ...typed,
            security:
              SECURITIES.find((security) => security === event.target.value) ?? typed.security,
          })
        }
      >
        {SECURITIES.map((security) => (
          <option key={security} value={security}>
            {text.securities[security]}
          </option>
        ))}
      </Select>
      <TextField
        label={text.username}
        name="smtp-username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={typed.username}
        errors={errors.username}
        onChange={(event) => onChange({ ...typed, username: event.target.value })}
      />
      <PasswordField
        label={text.password}
        hint={
          passwordAgain
            ? text.passwordAgainHint
            : hasPassword
              ? text.passwordSavedHint
              : text.passwordHint
        }
        placeholder={hasPassword && !passwordAgain ? text.passwordSaved : undefined}
        required={passwordAgain}
        name="smtp-password"
        autoComplete="new-password"
        maxLength={256}
        value={typed.password}
        errors={errors.password}
        onChange={(event) => onChange({ ...typed, password: event.target.value })}
      />
    </>
  );
}
