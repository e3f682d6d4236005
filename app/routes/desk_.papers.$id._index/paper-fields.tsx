import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './paper.module.css'
import type { ShownField, ShownGroup } from './shown-fields.server.ts'

/** The fields of an issued paper, to read. */
export function PaperFields({ groups }: { groups: readonly ShownGroup[] }) {
  const words = useMessages().papers.paper
  return (
    <Stack gap={4}>
      {groups.map(({ code, title, fields }) => (
        <section key={code}>
          <SectionHead title={title ?? words.body} />
          <dl className={styles.fields}>
            {fields
              .filter(({ kind }) => kind !== 'flag')
              .map((field) => (
                <div
                  key={field.name}
                  className={field.kind === 'text' || field.kind === 'rows' ? styles.whole : undefined}
                >
                  <dt>{field.title}</dt>
                  <dd>
                    <Value field={field} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Stack>
  )
}

function Value({ field: { kind, value, columns } }: { field: ShownField }) {
  const format = useFormat()
  if (Array.isArray(value)) {
    return (
      <ol>
        {value.map((row) => (
          <li key={JSON.stringify(row)}>{columns.flatMap(({ name }) => row[name] || []).join(', ')}</li>
        ))}
      </ol>
    )
  }
  const text = typeof value === 'string' ? value : ''
  return kind === 'day' && text ? format.day(text) : text || '—'
}
