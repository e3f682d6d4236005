import type { Divergence, DocumentAgreement } from '#app/domain/panels/agreement/of-document.ts'
import type { ConclusionView } from '#app/domain/panels/conclusions/reading.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import styles from './marks.module.css'

type Shown = { agreement: DocumentAgreement; names: ConclusionView['names'] }

/** Where the members' marks differ, who stands apart, and what the everyday rule asks for. */
export function Agreement({ agreement, names }: Shown) {
  const words = useMessages().panels.agreement
  const { hidden } = useMessages().panels.conclusion
  const { divergences, points } = agreement
  const called = divergences.filter(({ call }) => call !== null)
  const onlyTwo = called.every(({ call }) => call === 'third-expert')
  const columns: Column<Divergence>[] = [
    { label: words.columns.criterion, head: true, cell: ({ title }) => title },
    { label: words.columns.marks, cell: ({ least, most }) => words.range(least, most) },
    {
      label: words.columns.outlying,
      cell: ({ outlying }) =>
        outlying.map((person) => names[person] ?? hidden(person)).join(', ') || words.nobody,
    },
    { label: words.columns.act, cell: ({ call }) => (call ? words.acts[call] : words.nobody) },
  ]
  return (
    <section aria-labelledby="agreement">
      <SectionHead title={words.title} id="agreement" />
      {called.length === 0 ? (
        <p>{words.calm(points)}</p>
      ) : (
        <Notice title={words.apart(called.length, points)}>
          <p>{onlyTwo ? words.thirdExpert : words.consensusRound}</p>
        </Notice>
      )}
      {divergences.length > 0 && (
        <Table
          caption={words.title}
          hideCaption
          columns={columns}
          rows={divergences}
          rowKey={({ code }) => code}
        />
      )}
      <Alpha agreement={agreement} />
    </section>
  )
}

function Alpha({ agreement: { alpha, objects } }: Pick<Shown, 'agreement'>) {
  const words = useMessages().panels.agreement
  if (!alpha) return <p className={styles.note}>{words.none}</p>
  const interval = alpha.low === null || alpha.high === null ? null : words.interval(alpha.low, alpha.high)
  return (
    <p className={styles.note}>
      {words.alpha(alpha.value)}
      {interval && `; ${interval}`}. {words.alphaText} {alpha.small && words.small(objects)}
    </p>
  )
}
