import { type StatementKind, statementKind } from '#app/domain/experts/statements/kinds.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './papers.module.css'

type Paper = { code: string; kind: string; format: string | null; issuedAt: Date; revokedAt: Date | null }

/** Papers given before: number, day, whether it stands, and the way to its check page. */
export function Given({ given }: { given: readonly Paper[] }) {
  const words = useMessages().ownData.statements
  if (given.length === 0) return <EmptyState title={words.givenEmpty}>{words.givenText}</EmptyState>
  return (
    <>
      <p className={styles.quiet}>{words.givenText}</p>
      <ul className={styles.given}>
        {given.map(({ code, kind, format, issuedAt, revokedAt }) => (
          <li key={code}>
            <div>
              <strong>{words.titles[statementKind(kind) as StatementKind]}</strong>
              <p className={styles.quiet}>
                {[words.number(code), format && words.formats[format]].filter(Boolean).join(', ')},{' '}
                <Time value={issuedAt} as="date" />
              </p>
            </div>
            <p className={styles.ways}>
              <Tag tone={revokedAt ? 'red' : 'green'}>
                {revokedAt ? words.state.revoked : words.state.valid}
              </Tag>
              <Anchor href={`/check/${code}`}>{words.checkIt}</Anchor>
              {!revokedAt && <Anchor href={`/check/${code}/revocation`}>{words.revoke}</Anchor>}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
