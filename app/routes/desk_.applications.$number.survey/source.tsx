import type { SubmissionResult } from '@conform-to/react'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'

type SourceProps = { reply: SubmissionResult<string[]> | undefined; megabytes: number }

/** Where the answers are from: a paper with its scan, or word of mouth of a day. */
export function Source({ reply, megabytes }: SourceProps) {
  const words = useMessages().applications.desk
  const of = (name: string) => ({
    ...{ id: name, name, error: reply?.error?.[name] ?? undefined },
    defaultValue: String(reply?.initialValue?.[name] ?? ''),
  })
  const { defaultValue: _, ...file } = of('file')
  return (
    <>
      <RadioGroup
        {...of('how')}
        legend={words.how}
        required
        options={[
          { value: 'paper', label: words.paperHow },
          { value: 'spoken', label: words.spokenHow },
        ]}
      />
      <Field {...of('signedOn')} label={words.saidOn} type="date" required />
      <Field
        {...file}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        label={words.scan}
        hint={words.dictateScan(megabytes)}
      />
    </>
  )
}
