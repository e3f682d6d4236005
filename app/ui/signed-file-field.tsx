import { Field, type FieldProps } from './field.tsx'

type SignedFileFieldProps = {
  label: string
  hint: string
  /** of useServerForm; a file has no value to begin with */
  input: Omit<FieldProps, 'label' | 'hint'>
  /** where the paper is one of several ways */
  optional?: boolean
}

/** The field for what was signed outside: a scan, or a detached signature. */
export function SignedFileField({
  label,
  hint,
  input: { defaultValue: _, ...input },
  optional,
}: SignedFileFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      type="file"
      accept=".pdf,.png,.jpg,.jpeg,.sig,.p7s"
      required={!optional}
      {...input}
    />
  )
}
