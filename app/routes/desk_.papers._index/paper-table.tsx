import { Anchor } from '#app/ui/anchor.tsx'
import { Button } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './papers.module.css'

type Paper = {
  id: string
  kind: string
  about: string
  organisation: string | null
  number: string | null
  day: string | null
  createdAt: Date
}

/** Papers to open, or to tick and take together. A plain form: the browser downloads what it answers. */
export function PaperTable({ papers }: { papers: readonly Paper[] }) {
  const words = useMessages().papers.list
  return (
    <form action="/desk/papers/files" method="get">
      <Stack gap={3}>
        <Table
          caption={words.caption}
          hideCaption
          rows={papers}
          rowKey={({ id }) => id}
          columns={useColumns()}
        />
        <div className={styles.together}>
          <p>{words.togetherText}</p>
          <Row>
            <Button name="format" value="docx">
              {words.merge}
            </Button>
            <Button name="format" value="zip">
              {words.zip}
            </Button>
          </Row>
        </div>
      </Stack>
    </form>
  )
}

function useColumns(): Column<Paper>[] {
  const words = useMessages().papers.list
  const format = useFormat()
  const nameOf = ({ kind, about }: Paper) => (about ? `${kind}: ${about}` : kind)
  return [
    {
      label: words.choose,
      hideLabel: true,
      cell: (paper) => (
        <input
          type="checkbox"
          name="paper"
          value={paper.id}
          aria-label={words.chooseOne(nameOf(paper))}
          className={styles.tick}
        />
      ),
    },
    {
      label: words.name,
      head: true,
      cell: ({ id, kind }) => <Anchor href={`/desk/papers/${id}`}>{kind}</Anchor>,
    },
    { label: words.about, cell: ({ about }) => about },
    {
      label: words.state,
      cell: ({ number, day }) =>
        number && day ? (
          <Tag tone="green">{words.issued(number, format.day(day))}</Tag>
        ) : (
          <Tag tone="amber">{words.draft}</Tag>
        ),
    },
    { label: words.created, cell: ({ createdAt }) => format.day(createdAt) },
  ]
}
