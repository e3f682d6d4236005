import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import styles from './session-list.module.css'

type Props = { sso: { title: string; linkedAt: Date | null; problem: string | null } }

/** Whether the account is tied to the other service, and the way to change that. */
export function IdentityState({ sso: { title, linkedAt, problem } }: Props) {
  const words = useMessages().secondFactor.sso
  return (
    <section aria-labelledby="identity" className={styles.factor}>
      <SectionHead title={words.by(title)} id="identity">
        <Tag tone={linkedAt ? 'green' : 'neutral'}>{linkedAt ? words.on : words.off}</Tag>
      </SectionHead>
      {problem && <Notice kind="error">{problem}</Notice>}
      <p>{words.lead}</p>
      {linkedAt ? (
        <Form method="post" action="/cabinet/security/identity/removal">
          <p>
            {words.since} <Time value={linkedAt} as="date" />
          </p>
          <Button>{words.unlink}</Button>
        </Form>
      ) : (
        <p>
          <LinkButton href="/cabinet/security/identity">{words.link}</LinkButton>
        </p>
      )}
    </section>
  )
}
