import type { Refusal } from "@/platform/api/refusal";
import { useTexts } from "@/platform/texts/texts";
import { TextField } from "@/platform/ui/Field";
import { entry } from "./entryTexts";
import { NewPassword } from "./NewPassword";

/** What a person types to create an account. */
export interface Person {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

export const NOBODY: Person = { email: "", firstName: "", lastName: "", password: "" };

export const PERSON_FIELDS = ["email", "firstName", "lastName", "password"] as const;

interface PersonFieldsProps {
  person: Person;
  refusal: Refusal | null;
  onChange: (person: Person) => void;
}

export function PersonFields({ person, refusal, onChange }: PersonFieldsProps) {
  const text = useTexts(entry);
  const errors = refusal?.errors;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={text.firstName}
          hint={text.firstNameHint}
          name="firstName"
          autoComplete="given-name"
          required
          maxLength={100}
          value={person.firstName}
          errors={errors?.firstName}
          onChange={(event) => onChange({ ...person, firstName: event.target.value })}
        />
        <TextField
          label={text.lastName}
          name="lastName"
          autoComplete="family-name"
          required
          maxLength={100}
          value={person.lastName}
          errors={errors?.lastName}
          onChange={(event) => onChange({ ...person, lastName: event.target.value })}
        />
      </div>
      <EmailField
        value={person.email}
        errors={errors?.email}
        onChange={(email) => onChange({ ...person, email })}
      />
      <NewPassword
        label={text.choosePassword}
        value={person.password}
        errors={errors?.password}
        onChange={(password) => onChange({ ...person, password })}
      />
    </>
  );
}

interface EmailFieldProps {
  value: string;
  errors?: readonly string[];
  onChange: (typed: string) => void;
}

/** The e-mail address; password managers store it as the user name. */
export function EmailField({ value, errors, onChange }: EmailFieldProps) {
  const text = useTexts(entry);
  return (
    <TextField
      label={text.email}
      type="email"
      name="email"
      autoComplete="username"
      required
      maxLength={254}
      value={value}
      errors={errors}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
