import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { handPage } from './load.server.ts'

type Facet = keyof ReturnType<typeof useLoaderData<typeof handPage>>['options']
/** So many organisations can be chosen from; before, a municipality or words make them fewer. */
const MOST = 80

/** What is looked for, each choice with how many people it leaves; sent with «Показать», marks are carried along. */
export function Filters() {
  const { directions, filter, options } = useLoaderData<typeof handPage>()
  const { hand, asking } = useMessages().panels
  const titles = new Map(directions.map(({ id, shortTitle }) => [id, shortTitle]))
  const words: Record<Facet, (value: string, label: string) => string> = {
    direction: (value) => titles.get(value) ?? value,
    municipality: (_value, label) => label,
    organisation: (_value, label) => label,
    load: (value) => hand.loads[value as 'free'] ?? value,
    asked: (value) => hand.askedWhen[value as 'never'] ?? value,
  }
  const choice = (facet: Facet, label: string) => {
    const known = options[facet]
    const chosen = filter[facet]
    if (chosen === '' && (known.length < 2 || known.length > MOST)) return null
    const listed = known.map(({ value, label, count }) => ({
      value,
      label: hand.counted(words[facet](value, label), count),
    }))
    const gone =
      chosen !== '' && !known.some(({ value }) => value === chosen)
        ? [{ value: chosen, label: hand.counted(words[facet](chosen, chosen), 0) }]
        : []
    const every = [{ value: '', label: asking.filter.all }, ...listed, ...gone]
    return <Select label={label} name={facet} options={every} defaultValue={chosen} />
  }
  const sorts = (['points', 'name', 'load', 'municipality', 'asked'] as const).map((value) => ({
    value,
    label: asking.sorts[value],
  }))
  return (
    <Row>
      {choice('direction', asking.filter.direction)}
      {choice('municipality', asking.filter.municipality)}
      {choice('organisation', hand.organisation)}
      {choice('load', hand.load)}
      {choice('asked', hand.asked)}
      <Select label={asking.filter.sort} name="sort" options={sorts} defaultValue={filter.sort} />
    </Row>
  )
}

/** Buttons of the same form, so that marks go along from page to page. */
export function Pages() {
  const { after, next, found, shown } = useLoaderData<typeof handPage>()
  const { hand, asking } = useMessages().panels
  return (
    <Row>
      <span>{shown < found ? hand.more(shown, found) : hand.found(found)}</span>
      {after !== null && <Button formMethod="get">{hand.first}</Button>}
      {next !== null && (
        <Button formMethod="get" name="after" value={next}>
          {asking.next}
        </Button>
      )}
    </Row>
  )
}
