import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

export type ItemValues = Record<'startsAt' | 'endsAt' | 'title' | 'speakers' | 'practice', string>

/** One item of the programme. */
export function ItemFields({ input }: { input: ReturnType<typeof useServerForm<ItemValues>>['input'] }) {
  const { programme: words, form } = useMessages().events.work
  return (
    <>
      <Row>
        <Field label={form.startsAt} type="datetime-local" required {...input('startsAt')} />
        <Field label={form.endsAt} type="datetime-local" required {...input('endsAt')} />
      </Row>
      <Field label={words.name} maxLength={300} required {...input('title')} />
      <TextArea
        label={words.speakers}
        hint={words.speakersHint}
        rows={3}
        maxLength={3000}
        {...input('speakers')}
      />
      <Field
        label={words.practice}
        hint={words.practiceHint}
        type="number"
        min={1}
        max={2147483647}
        {...input('practice')}
      />
    </>
  )
}
