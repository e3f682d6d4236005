import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { workPage } from './page.server.ts'

/** Objections with their answers, and the way to one. */
export function Appeals() {
  const { number, appeals, mayAppeal, mayAnswer, stage, judged } = useLoaderData<typeof workPage>()
  const { work, results } = useMessages().contests
  const { appeal: words, answer } = work
  const kind = stage === 'appeal' ? 'result' : 'check'
  const present = appeals.find((one) => one.kind === kind)
  return (
    <>
      {judged && (
        <div>
          <LinkButton href={`/works/${number}/feedback`} look="main">
            {results.marks.open}
          </LinkButton>
        </div>
      )}
      {appeals.map(({ kind, words: said, upheld, answer: answered, at }) => (
        <Notice
          key={kind}
          title={words.said}
          action={mayAnswer && !at && <LinkButton href={`/works/${number}/answer`}>{answer.open}</LinkButton>}
        >
          <p lang="ru">{said}</p>
          {at ? (
            <p lang="ru">
              <strong>{upheld ? words.upheld : words.denied}.</strong> {answered}
            </p>
          ) : (
            <p>{words.waits}</p>
          )}
        </Notice>
      ))}
      {mayAppeal && !present && (
        <div>
          <LinkButton href={`/works/${number}/appeal`}>
            {kind === 'check' ? words.open : words.openResult}
          </LinkButton>
        </div>
      )}
    </>
  )
}
