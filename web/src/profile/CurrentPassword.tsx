import type { Me } from "@/access/me";
import { PasswordField } from "@/platform/ui/PasswordField";

interface CurrentPasswordProps {
  me: Me;
  label: string;
  value: string;
  errors?: readonly string[];
  autoFocus?: boolean;
  onChange: (typed: string) => void;
}

/** Asks for the member's password before a critical change; nothing for members without one. */
export function CurrentPassword({ me, onChange, ...rest }: CurrentPasswordProps) {
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
