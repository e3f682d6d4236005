import { useLoaderData } from '@remix-run/react'
import { roleOf } from '#app/domain/panels/conclusions/assembling.ts'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { Statements } from '#app/routes/panels.$number.conclusion/statements.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { PersonName } from '#app/ui/person-name.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import styles from './conclusion.module.css'
import type { loader } from './route.tsx'

type View = { view: ConclusionView }

/** The chair's words: verdict, reasoning, recommendations. */
export function Words({ view: { body } }: View) {
  const { conclusion: words } = useMessages().panels
  const verdict = body.verdicts.find(({ code }) => code === body.verdict)?.title
  return (
    <section aria-labelledby="verdict">
      <SectionHead title={words.sections.verdict} id="verdict" />
      <p className={styles.verdict}>{verdict}</p>
      <Statements body={body} />
      {body.recommendations && (
        <>
          <SectionHead title={words.sections.recommendations} />
          <div className={styles.text}>{body.recommendations}</div>
        </>
      )}
    </section>
  )
}

/** Who was on the panel; a name without ground is a number. */
export function Members({ view: { body, names, organisations } }: View) {
  const { conclusion: words } = useMessages().panels
  const { roles } = useMessages().conclusions
  const columns: Column<number>[] = [
    {
      label: words.columns.member,
      head: true,
      cell: (number) => (
        <PersonName name={names[number] ?? words.hidden(number)} href={`/experts/${number}`} />
      ),
    },
    { label: words.columns.place, cell: (number) => organisations[number] },
    { label: words.columns.role, cell: (number) => roles[roleOf(body, number)] },
  ]
  return (
    <section aria-labelledby="members">
      <SectionHead title={words.sections.members} id="members" />
      <Table
        caption={words.sections.members}
        hideCaption
        columns={columns}
        rows={body.members}
        rowKey={(number) => number}
      />
    </section>
  )
}

/** Code, hash, and what they do and do not prove. */
export function Authenticity() {
  const { view, checkAddress } = useLoaderData<typeof loader>()
  const { conclusion: words } = useMessages().panels
  return (
    <section aria-labelledby="check">
      <SectionHead title={words.sections.check} id="check" />
      <dl className={styles.sums}>
        <dt>{words.code}</dt>
        <dd>
          <Anchor href={`/check/${view.code}`}>
            <code>{view.code}</code>
          </Anchor>
        </dd>
        <dt>{words.hash}</dt>
        <dd>
          <code>{view.sha256}</code>
        </dd>
      </dl>
      <p className={styles.note}>{words.checkText(view.code ?? '', checkAddress)}</p>
    </section>
  )
}

/** What each member answered to the text, with dissenting opinions whole. */
export function Answers({ view: { body, names } }: View) {
  const { sections, answerOf, dissentOf, deputyActs } = useMessages().conclusions
  const { hidden } = useMessages().panels.conclusion
  const { agreement, deputy } = body
  const nameOf = (person: number) => names[person] ?? hidden(person)
  if (!agreement) return null
  return (
    <section aria-labelledby="agreement">
      <SectionHead title={sections.agreement} id="agreement" />
      {deputy && <p>{deputyActs(nameOf(deputy.person), deputy.reason)}</p>}
      <ul className={styles.answers}>
        {agreement.answers.map(({ person, answer, dissent }) => (
          <li key={person}>
            {answerOf[answer](nameOf(person))}
            {dissent && (
              <blockquote>
                <h3>{dissentOf(nameOf(person))}</h3>
                <p>{dissent}</p>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who signed, as whom, and of which kind the signature is. */
export function Signatures({ view: { names, signatures } }: View) {
  const { sections, columns, roles, kinds, honest } = useMessages().conclusions
  const { hidden } = useMessages().panels.conclusion
  const format = useFormat()
  return (
    <section aria-labelledby="signatures">
      <SectionHead title={sections.signed} id="signatures" />
      <Table
        caption={sections.signed}
        hideCaption
        rows={signatures}
        rowKey={({ person }) => person}
        columns={[
          { label: columns.who, head: true, cell: ({ person }) => names[person] ?? hidden(person) },
          { label: columns.role, cell: ({ role }) => roles[role] },
          {
            label: columns.kind,
            cell: ({ kind, day, note }) => [kinds[kind], format.day(day), note].filter(Boolean).join(', '),
          },
        ]}
      />
      <p className={styles.note}>{honest}</p>
    </section>
  )
}
