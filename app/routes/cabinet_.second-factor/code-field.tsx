import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'

type Props = {
  name: string
  id?: string
  error?: string | readonly string[]
  /** beside what the code is: what else may be typed */
  note?: string
  /** a recovery code is taken as well: then no keyboard of digits alone */
  recovery?: boolean
  demo?: string | null
}

/** The field of a one-time code; phones offer the code by themselves. What was typed is not put back: it is spent. */
export function CodeField({ name, id, error, note, recovery = false, demo }: Props) {
  const words = useMessages().secondFactor
  return (
    <div>
      <Field
        {...{ name, id, error }}
        label={words.code}
        hint={note ? `${words.codeHint}. ${note}` : words.codeHint}
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      {demo && (
        <p>
          <Tag tone="amber">{demo}</Tag>
        </p>
      )}
    </div>
  )
}
