import type { RequestView } from '#app/routes/requests._index/request-view.server.ts'
import styles from '#app/routes/requests._index/requests.module.css'
import { Anchor } from '#app/ui/anchor.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Time } from '#app/ui/time.tsx'

/** The passport of the document, the letter, and what was done with the request. */
export function RequestBody({ request }: { request: RequestView }) {
  const { reviewCourse, reviews } = useMessages()
  const words = reviewCourse.requests
  const format = useFormat()
  const said = (text: string) => text && <span className={styles.words}>{text}</span>
  return (
    <Stack gap={6}>
      <Facts
        facts={[
          { term: words.process, value: request.process },
          { term: words.organisation, value: request.organisation },
          { term: words.developer, value: request.developer },
          { term: reviews.draft.kind, value: request.kind },
          { term: reviews.draft.ground, value: said(request.ground), lang: 'ru' },
          { term: reviews.draft.explanatoryNote, value: said(request.explanatoryNote), lang: 'ru' },
          { term: words.questions, value: said(request.questions), lang: 'ru' },
          { term: reviews.draft.contact, value: request.contact, lang: 'ru' },
          {
            term: words.letter,
            value: (
              <>
                {words.letterOf(request.letterNumber, format.day(request.letterDay))}
                {request.letterHref && (
                  <>
                    {' · '}
                    <a href={request.letterHref} download>
                      {words.download}
                    </a>
                  </>
                )}
              </>
            ),
          },
          {
            term: words.draft,
            value: request.slug && <Anchor href={`/drafts/${request.slug}`}>{request.title}</Anchor>,
          },
        ]}
      />
      <section>
        <SectionHead title={words.history} />
        <ol className={styles.history}>
          {request.steps.map((step) => (
            <li key={`${step.kind}-${String(step.at)}`}>
              <strong>{words.steps[step.kind]}</strong>
              {step.facts.month && ` · ${reviewCourse.monthOf(step.facts)}`}
              <p className={styles.quiet}>
                <Time value={step.at} as="date" />
              </p>
              {step.reason && <p className={styles.words}>{step.reason}</p>}
            </li>
          ))}
        </ol>
      </section>
    </Stack>
  )
}
