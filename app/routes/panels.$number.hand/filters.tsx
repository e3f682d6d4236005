import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { handPage } from './load.server.ts'

/** Direction, municipality and order; sent with «Показать», marks are carried along. */
export function Filters() {
  const { directions, municipalities, filter } = useLoaderData<typeof handPage>()
  const { asking } = useMessages().panels
  const all = { value: '', label: asking.filter.all }
  const sorts = (['points', 'name', 'load', 'municipality'] as const).map((value) => ({
    value,
    label: asking.sorts[value],
  }))
  return (
    <Row>
      {directions.length > 1 && (
        <Select
          label={asking.filter.direction}
          name="direction"
          options={[all, ...directions.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))]}
          defaultValue={filter.direction}
        />
      )}
      <Select
        label={asking.filter.municipality}
        name="municipality"
        options={[all, ...municipalities.map((name) => ({ value: name, label: name }))]}
        defaultValue={filter.municipality}
      />
      <Select label={asking.filter.sort} name="sort" options={sorts} defaultValue={filter.sort} />
    </Row>
  )
}

/** Buttons of the same form, so that marks go along from page to page. */
export function Pages() {
  const { page, pages } = useLoaderData<typeof handPage>()
  const { asking } = useMessages().panels
  if (pages < 2) return null
  return (
    <Row>
      {page > 1 && (
        <Button formMethod="get" name="page" value={page - 1}>
          {asking.previous}
        </Button>
      )}
      <span>{asking.page(page, pages)}</span>
      {page < pages && (
        <Button formMethod="get" name="page" value={page + 1}>
          {asking.next}
        </Button>
      )}
    </Row>
  )
}
