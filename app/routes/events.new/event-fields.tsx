import { Fieldset } from '#app/ui/choice.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { useServerForm } from '#app/ui/server-form.ts'

type Option = { value: string; label: string }
export type EventValues = Record<
  | ('organisationId' | 'series' | 'edition' | 'title' | 'about' | 'direction' | 'startsAt' | 'endsAt')
  | ('place' | 'link' | 'capacity' | 'registerUntil'),
  string
>
type EventFieldsProps = {
  input: ReturnType<typeof useServerForm<EventValues>>['input']
  holders: readonly Option[]
  series: readonly Option[]
  directions: readonly Option[]
  zone: string
}

/** What an event says of itself: what, when, where, for how many. */
export function EventFields({ input, holders, series, directions, zone }: EventFieldsProps) {
  const words = useMessages().events.work.form
  const { startsAt, endsAt } = words
  return (
    <>
      <Select label={words.organisation} options={holders} required {...input('organisationId')} />
      <Select label={words.series} options={series} {...input('series')} />
      <Field
        label={words.edition}
        hint={words.editionHint}
        maxLength={60}
        width="short"
        {...input('edition')}
      />
      <Field label={words.name} maxLength={300} required {...input('title')} />
      <TextArea label={words.about} rows={6} maxLength={6000} {...input('about')} />
      <Select label={words.direction} options={directions} {...input('direction')} />
      <Fieldset legend={`${startsAt} · ${endsAt}`} hint={words.zone(zone)} id="when">
        <Row>
          <Field label={startsAt} type="datetime-local" required {...input('startsAt')} />
          <Field label={endsAt} type="datetime-local" required {...input('endsAt')} />
        </Row>
        <Field
          label={words.registerUntil}
          hint={words.registerHint}
          type="datetime-local"
          {...input('registerUntil')}
        />
      </Fieldset>
      <Field label={words.place} hint={words.placeHint} maxLength={400} {...input('place')} />
      <Field label={words.link} type="url" maxLength={500} {...input('link')} />
      <Field
        label={words.capacity}
        hint={words.capacityHint}
        type="number"
        min={1}
        max={100000}
        {...input('capacity')}
      />
    </>
  )
}
