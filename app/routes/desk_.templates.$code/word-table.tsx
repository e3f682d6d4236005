import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Table } from '#app/ui/table.tsx'
import styles from './template.module.css'
import type { ShownWord } from './words.server.ts'

/** What may stand in braces, and what will stand there in the paper. */
export function WordTable({ words }: { words: readonly ShownWord[] }) {
  const t = useMessages().papers.template
  return (
    <Stack gap={2}>
      <Prose>
        <p>{t.wordsText}</p>
      </Prose>
      <Table
        caption={t.words}
        hideCaption
        rows={words}
        rowKey={({ code, meaning }) => `${code} ${meaning}`}
        columns={[
          { label: t.word, head: true, cell: ({ code }) => <code className={styles.word}>{code}</code> },
          {
            label: t.meaning,
            cell: ({ meaning, comes }) => (
              <>
                {meaning}
                {comes && <small className={styles.comes}>{t[comes]}</small>}
              </>
            ),
          },
        ]}
      />
    </Stack>
  )
}
