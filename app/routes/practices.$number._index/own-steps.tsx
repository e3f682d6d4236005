import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Row } from '#app/ui/page.tsx'
import type { CardView } from './card-view.server.ts'

/** To who writes or decides: where the card stands, and what comes next. */
export function OwnSteps({ card }: { card: CardView }) {
  const words = useMessages().practices
  const format = useFormat()
  const { steps, number, version, stateWord, reason, authorship } = card
  const planned = version.state === 'scheduled' && version.publishOn
  return (
    <div data-print="off">
      <Notice
        kind={version.state === 'returned' || version.state === 'refused' || reason ? 'warn' : 'info'}
        title={words.steps.standing(stateWord, version.number)}
      >
        {planned && <p>{words.steps.planned(format.day(planned))}</p>}
        {version.returnReason && <p lang="ru">{version.returnReason}</p>}
        {reason && <p lang="ru">{reason}</p>}
        {authorship && (
          <Row>
            <LinkButton
              href={`/practices/${number}/author`}
              look={authorship === 'asked' ? 'main' : 'default'}
              small
            >
              {words.author.links[authorship]}
            </LinkButton>
          </Row>
        )}
        {steps.length > 0 && (
          <Row>
            {steps.map((step, at) => (
              <LinkButton
                key={step}
                href={`/practices/${number}/${step}`}
                look={at === 0 && step !== 'withdrawal' ? 'main' : 'default'}
                small
              >
                {words.steps[step]}
              </LinkButton>
            ))}
          </Row>
        )}
      </Notice>
    </div>
  )
}
