import type { PaperShown } from '#app/domain/reviews/intake/intakes.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './papers.module.css'

type PapersProps = { slug: string; papers: readonly PaperShown[]; mayUndo: boolean }

/** Papers, newest first: where from, whose, which remarks, its files. */
export function Papers({ slug, papers, mayUndo }: PapersProps) {
  return (
    <ol className={styles.papers}>
      {papers.map((paper) => (
        <Paper key={paper.id} slug={slug} paper={paper} mayUndo={mayUndo && !paper.undone} />
      ))}
    </ol>
  )
}

function Paper({ slug, paper, mayUndo }: { slug: string; paper: PaperShown; mayUndo: boolean }) {
  const { reviewIntake: words } = useMessages()
  const format = useFormat()
  const { numbers } = paper
  const first = numbers[0] ?? 0
  const title = [
    paper.channel === 'session' ? paper.event : words.channels[paper.channel],
    paper.number && `№\u00a0${paper.number}`,
    words.of(format.day(paper.day)),
  ]
  return (
    <li className={styles.paper}>
      <p className={styles.title}>
        {title.filter(Boolean).join(' ')} {paper.undone && <Tag>{words.undone}</Tag>}{' '}
        {paper.late && !paper.undone && <Tag tone="amber">{words.late}</Tag>}
      </p>
      <p>{[paper.organisation, paper.sender].filter(Boolean).join(', ')}</p>
      <p className={styles.quiet}>
        <Anchor href={`/drafts/${slug}/remarks/${first}`}>
          {words.remarks(numbers.length)} {words.numbers(first, numbers.at(-1) ?? first)}
        </Anchor>
        , {words.received(format.day(paper.receivedDay))}
      </p>
      {(paper.files.length > 0 || mayUndo) && (
        <Row>
          {paper.files.map(({ id, name }) => (
            <FileLink key={id} href={`/drafts/${slug}/intake/files/${id}`} kind={kindOf(name)}>
              {name}
            </FileLink>
          ))}
          {mayUndo && <Anchor href={`/drafts/${slug}/intake/${paper.id}/undoing`}>{words.undo}</Anchor>}
        </Row>
      )}
    </li>
  )
}

const kindOf = (name: string) => /\.([a-z]{2,4})$/i.exec(name)?.[1]?.toUpperCase() ?? ''
