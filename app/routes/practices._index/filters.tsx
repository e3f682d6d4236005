import { sorts } from '#app/domain/practices/catalogue/sorts.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { Field, Select } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import styles from './catalogue.module.css'
import type { CatalogueView } from './catalogue.server.ts'

/** The filters, a plain GET form: without JavaScript it works just the same. */
export function Filters({ view }: { view: CatalogueView }) {
  const { practices: words } = useMessages()
  const { filter, query, facets, chosen } = view
  return (
    <search aria-label={words.filters}>
      <form action="/practices" key={query} className={styles.filters}>
        <Field
          name="q"
          type="search"
          label={words.search}
          defaultValue={filter.q}
          maxLength={100}
          autoComplete="off"
        />
        {facets.map(
          ({ name, options }) =>
            options.length > 0 && (
              <Facet key={name} name={name} legend={words.facets[name]} options={options} visible={5} />
            ),
        )}
        <Select name="sort" label={words.sort} defaultValue={filter.sort}>
          {sorts.map((one) => (
            <option key={one} value={one}>
              {words.sorts[one]}
            </option>
          ))}
        </Select>
        <Row>
          <Button look="main">{words.show}</Button>
          {chosen > 0 && <Anchor href="/practices">{words.reset}</Anchor>}
        </Row>
      </form>
    </search>
  )
}
