import type { Me } from "@/access/me";
import { PasswordField } from "@/platform/ui/PasswordField";

interface OwnPasswordProps {
  me: Me;
  label: string;
  value: string;
  errors?: readonly string[];
  autoFocus?: boolean;
  onChange: (typed: string) => void;
}

/** The password once more, before something grave; who has none is asked for none. */
export function OwnPassword({ me, onChange, ...rest }: OwnPasswordProps) {
  if (!me.hasPassword) {
    return null;
  }
  return (
    <>
      {/* For the password manager: whose password it is. */}
      <input type="text" autoComplete="username" value={me.email} readOnly hidden />
      <PasswordField
        {...rest}
        autoComplete="current-password"
        required
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
