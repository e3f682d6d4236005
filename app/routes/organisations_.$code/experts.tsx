import { Form, useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import styles from './experts.module.css'
import type { OrganisationView } from './view.server.ts'

/** Experts who work here on a day, as the open registry shows them. */
export function Experts() {
  const { code, experts } = useLoaderData<OrganisationView>()
  const { organisations, organisationCard: words, experts: registry } = useMessages()
  const format = useFormat()
  const { day, isToday, total, rows } = experts
  const address = `/experts?organisation=${code}${isToday ? '' : `&day=${day}`}`
  return (
    <section>
      <SectionHead title={isToday ? organisations.experts : words.expertsOn(format.day(day))} />
      <Stack gap={3}>
        <p>{organisations.expertsNote}</p>
        <Form method="get" key={day} className={styles.day}>
          <Field name="day" type="date" label={words.expertsDay} defaultValue={day} />
          <Button>{words.expertsShow}</Button>
        </Form>
        {rows.length === 0 && <p>{words.expertsNone}</p>}
        <ul className={styles.list}>
          {rows.map(({ number, name, post, directions }) => (
            <li key={number}>
              <Anchor href={`/experts/${number}`}>
                <PersonName
                  name={name ?? registry.number(number)}
                  note={name ? registry.number(number) : undefined}
                />
              </Anchor>
              <span className={styles.about}>{[post, ...directions].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
        {total > 0 && (
          <Row>
            <LinkButton href={address}>
              {total > rows.length ? words.expertsAll(total) : organisations.toRegistry}
            </LinkButton>
          </Row>
        )}
      </Stack>
    </section>
  )
}
