import { useLoaderData } from '@remix-run/react'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
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
      <div className={styles.text}>{body.text}</div>
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
  const columns: Column<number>[] = [
    {
      label: words.columns.member,
      head: true,
      cell: (number) => (
        <PersonName name={names[number] ?? words.hidden(number)} href={`/experts/${number}`} />
      ),
    },
    { label: words.columns.place, cell: (number) => organisations[number] },
    { label: words.columns.role, cell: (number) => (number === body.chair ? words.chair : words.member) },
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
      <p className={styles.note}>{words.noSignature}</p>
    </section>
  )
}
