import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import type { ExpertsView } from './list.server.ts'
import styles from './registry.module.css'

/** The filters, a plain GET form: without JavaScript it works just the same. */
export function Filters({ view }: { view: ExpertsView }) {
  const { experts } = useMessages()
  const { filter, today, query, directions, tiers, municipalities, organisations, subjects } = view
  const exactTo = view.exactTo.facet
  return (
    <search aria-label={experts.title}>
      <form action="/experts" key={query} className={styles.filters}>
        <Field
          name="q"
          type="search"
          label={experts.search}
          defaultValue={filter.q}
          maxLength={100}
          autoComplete="off"
        />
        {directions.length > 0 && (
          <Facet
            name="direction"
            legend={experts.direction}
            options={directions}
            visible={6}
            exactTo={exactTo}
          />
        )}
        {tiers.length > 0 && <Facet name="tier" legend={experts.tier} options={tiers} exactTo={exactTo} />}
        {municipalities.length > 0 && (
          <Facet
            name="municipality"
            legend={experts.municipality}
            options={municipalities}
            visible={5}
            exactTo={exactTo}
          />
        )}
        <Field
          name="work"
          type="search"
          label={experts.work}
          defaultValue={filter.work}
          maxLength={100}
          autoComplete="off"
        />
        {organisations.length > 0 && (
          <Facet
            name="organisation"
            legend={experts.organisation}
            options={organisations}
            visible={5}
            exactTo={exactTo}
          />
        )}
        {subjects.length > 0 && (
          <Facet name="subject" legend={experts.subject} options={subjects} visible={5} exactTo={exactTo} />
        )}
        <Facet
          name="status"
          legend={experts.standing}
          options={view.standings}
          single={experts.any}
          exactTo={exactTo}
        />
        <Facet
          name="years"
          legend={experts.years}
          options={view.years}
          single={experts.any}
          exactTo={exactTo}
        />
        <Facet
          name="expertises"
          legend={experts.finishedExpertises}
          options={view.expertises}
          single={experts.any}
          exactTo={exactTo}
        />
        {filter.day !== today && <input type="hidden" name="day" value={filter.day} />}
        {filter.known && <input type="hidden" name="known" value={filter.known} />}
        <Row>
          <Button look="main">{experts.show}</Button>
          {view.chosen > 0 && <Anchor href="/experts">{experts.reset}</Anchor>}
        </Row>
      </form>
    </search>
  )
}
