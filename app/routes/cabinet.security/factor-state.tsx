import { LinkButton } from '#app/ui/button.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './session-list.module.css'

/** Whether sign-in asks for a code, and the way to change that. */
export function FactorState({ enrolled }: { enrolled: boolean }) {
  const words = useMessages().secondFactor
  const state = enrolled ? 'on' : 'off'
  return (
    <section aria-labelledby="factor" className={styles.factor}>
      <SectionHead title={words.security.title} id="factor">
        <Tag tone={enrolled ? 'green' : 'neutral'}>{words.security[state]}</Tag>
      </SectionHead>
      <p>{words.lead}</p>
      <p>
        <LinkButton href="/cabinet/second-factor">{words.security.open[state]}</LinkButton>
      </p>
    </section>
  )
}
