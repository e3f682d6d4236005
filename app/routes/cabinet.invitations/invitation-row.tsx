import type { PanelObject } from '#app/domain/panels/objects/object.ts'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Tag, Tags } from '#app/ui/tag.tsx'
import styles from './invitations.module.css'

type Invitation = {
  id: string
  state: 'waiting' | 'late' | 'accepted' | 'declined' | 'later' | 'expired' | 'released' | 'cancelled'
  lastDay: string
  isChair: boolean
  panel: { number: number; title: string; lastDay: string }
  object: Pick<PanelObject, 'kind' | 'href'> & { title: string | null }
  organisation: string
  sheet: { id: string; sent: boolean } | null
  /** second marks are awaited */
  round: boolean
  conclusion: { number: string; issued: boolean } | null
}

/** One invitation: what about, its state, and the one thing to do next. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { invitations: words } = useMessages().panels
  const format = useFormat()
  const { state, panel, object, organisation, lastDay, isChair } = invitation
  return (
    <article className={styles.row}>
      <div>
        <h3>{panel.title}</h3>
        <p>
          {words.from(organisation)} · <ObjectLink object={object} />
        </p>
        <Tags>
          <Tag tone={state === 'waiting' ? 'amber' : state === 'accepted' ? 'green' : 'neutral'}>
            {words.state[state]}
          </Tag>
          {isChair && <Tag tone="slate">{words.chair}</Tag>}
          {state === 'waiting' && <Tag>{words.answerUntil(format.dayMonth(lastDay))}</Tag>}
        </Tags>
      </div>
      <Step invitation={invitation} />
    </article>
  )
}

function Step({ invitation }: { invitation: Invitation }) {
  const { invitations: words, rounds } = useMessages().panels
  const { id, state, sheet, conclusion, panel, isChair, round } = invitation
  const link = (href: string, label: string, main: boolean) => (
    <LinkButton href={href} look={main ? 'main' : 'default'} small>
      {label}
    </LinkButton>
  )
  if (state === 'waiting') return link(`/cabinet/invitations/${id}`, words.open, true)
  if (state !== 'accepted') return link(`/cabinet/invitations/${id}`, words.look, false)
  return (
    <div className={styles.steps}>
      {!sheet && link(`/cabinet/invitations/${id}`, words.look, false)}
      {sheet && link(`/sheets/${sheet.id}`, sheet.sent ? words.ownSheet : words.sheet, !sheet.sent)}
      {round && link(`/panels/${panel.number}/round`, rounds.ownRound, true)}
      {conclusion?.issued && link(`/conclusions/${conclusion.number}`, words.conclusion, false)}
      {conclusion &&
        !conclusion.issued &&
        link(`/panels/${panel.number}/conclusion`, words.concluding, isChair && !round)}
    </div>
  )
}
