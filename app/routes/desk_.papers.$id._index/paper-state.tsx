import { LinkButton } from '#app/ui/button.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './paper.module.css'

type State = {
  id: string
  number: string | null
  left: readonly { name: string; title: string }[]
  file: { sha256: string; size: number } | null
}

/** What can be done with the paper now: take the draft, see what is left, issue; or take what was issued. */
export function PaperState({ paper: { id, number, left, file } }: { paper: State }) {
  const words = useMessages().papers.paper
  const href = `/desk/papers/${id}/file`
  if (number !== null && file) {
    return (
      <div className={styles.state}>
        <FileLink href={href} kind="DOCX" bytes={file.size}>
          {words.issuedFile}
        </FileLink>
        <p>{words.issuedText}</p>
        <div>
          <small>{words.hash}</small>
          <div className={styles.hash}>{file.sha256}</div>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.state}>
      {left.length > 0 ? (
        <div>
          <p>{words.left(left.length)}</p>
          <ul>
            {left.map(({ name, title }) => (
              <li key={name}>{title}</li>
            ))}
          </ul>
        </div>
      ) : (
        <>
          <p>{words.ready}</p>
          <LinkButton href={`/desk/papers/${id}/issue`}>{words.toIssue}</LinkButton>
        </>
      )}
      <FileLink href={href} kind="DOCX">
        {words.file}
      </FileLink>
      <small>{words.fileText}</small>
    </div>
  )
}
