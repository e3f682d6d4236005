import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Table } from '#app/ui/table.tsx'
import styles from './course.module.css'
import type { CourseView } from './course-page.server.ts'

/** The stages with their days, what the order allows, who takes part and on what ground. */
export function TermsTable({ stages }: { stages: CourseView['stages'] }) {
  const words = useMessages().reviewCourse
  const format = useFormat()
  const takers = words.takers as Record<string, string>
  const bases = [...new Set(stages.map(({ basis }) => basis))]
  // one ground for all stages is said once
  const common = bases.length === 1 ? bases[0] : undefined
  return (
    <>
      <Table
        caption={words.terms}
        hideCaption
        rows={stages}
        rowKey={({ id }) => id}
        columns={[
          { label: words.stage, head: true, cell: ({ title }) => title },
          { label: words.days, cell: ({ firstDay, lastDay }) => format.days(firstDay, lastDay) },
          {
            label: words.limits,
            cell: ({ unit, minDays, maxDays }) =>
              minDays !== null && maxDays !== null ? words.limit[unit](minDays, maxDays) : '—',
          },
          { label: words.who, cell: ({ who }) => who.map((one) => takers[one] ?? one).join(', ') },
          ...(common === undefined
            ? [{ label: words.basis, cell: ({ basis }: { basis: string }) => basis || '—' }]
            : []),
        ]}
      />
      {common && <p className={styles.basis}>{`${words.basis}: ${common}`}</p>}
    </>
  )
}
