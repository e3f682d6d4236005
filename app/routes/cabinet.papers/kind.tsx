import { Form } from '@remix-run/react'
import { type StatementKind, statementFormats } from '#app/domain/experts/statements/kinds.ts'
import { Button } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Row } from '#app/ui/page.tsx'
import styles from './papers.module.css'

/** One paper: what it is for, and a button for each kind of file. */
export function Kind({ kind, open }: { kind: StatementKind; open: boolean }) {
  const words = useMessages().ownData.statements
  return (
    <li>
      <h3>{words.titles[kind]}</h3>
      <p>{words.about[kind]}</p>
      {open ? (
        <Form method="post" action={`/cabinet/papers/${kind}`} reloadDocument>
          <Row>
            {statementFormats[kind].map((format, at) => (
              <Button
                key={format}
                name="format"
                value={format}
                {...(at === 0 && kind === 'extract' ? { look: 'main' as const } : {})}
              >
                {words.get[format]}
              </Button>
            ))}
          </Row>
        </Form>
      ) : (
        <p className={styles.quiet}>{words.none[kind]}</p>
      )}
    </li>
  )
}
