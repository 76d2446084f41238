import { useTexts } from "@/platform/texts/texts";
import { Select, TextArea, TextField } from "@/platform/ui/Field";
import { formWords, words } from "./texts";
import { TYPES, type Typed } from "./typed";

interface AccommodationFieldsProps {
  typed: Typed;
  /** The server's messages for each field. */
  errors: Readonly<Record<string, readonly string[]>>;
  onChange: (typed: Typed) => void;
}

export function AccommodationFields({ typed, errors, onChange }: AccommodationFieldsProps) {
  const text = useTexts(formWords);
  const { types } = useTexts(words);
  return (
    <>
      <TextField
        label={text.name}
        hint={text.nameHint}
        name="name"
        autoComplete="off"
        required
        maxLength={100}
        value={typed.name}
        errors={errors.name}
        onChange={(event) => onChange({ ...typed, name: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={text.type}
          name="type"
          value={typed.type}
          errors={errors.type}
          onChange={(event) =>
            onChange({
              ...typed,
              type: TYPES.find((type) => type === event.target.value) ?? typed.type,
            })
          }
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {types[type]}
            </option>
          ))}
        </Select>
        <TextField
          label={text.maxCapacity}
          hint={text.maxCapacityHint}
          type="number"
          inputMode="numeric"
          name="maxCapacity"
          required
          min={1}
          max={100}
          value={typed.maxCapacity}
          errors={errors.maxCapacity}
          onChange={(event) => onChange({ ...typed, maxCapacity: event.target.value })}
        />
      </div>
      <TextArea
        label={text.description}
        name="description"
        maxLength={500}
        value={typed.description}
        errors={errors.description}
        onChange={(event) => onChange({ ...typed, description: event.target.value })}
      />
    </>
  );
}
