import { useTexts } from "@/platform/texts/texts";
import { PasswordField } from "@/platform/ui/PasswordField";
import { entry } from "./entryTexts";

interface NewPasswordProps {
  label: string;
  name?: string;
  value: string;
  errors?: readonly string[];
  onChange: (typed: string) => void;
}

/** A field for a new password. It has no maximum length: browsers silently cut off longer text. */
export function NewPassword({ label, name = "password", onChange, ...rest }: NewPasswordProps) {
  const text = useTexts(entry);
  return (
    <PasswordField
      {...rest}
      label={label}
      hint={text.passwordHint}
      name={name}
      autoComplete="new-password"
      required
      minLength={10}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
