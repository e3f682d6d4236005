import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './home.module.css'

/** Where to start, by who the reader is. */
export function Start() {
  const { home } = useMessages().reviewOutcome
  return (
    <section>
      <SectionHead title={home.start} />
      <ul className={styles.roles}>
        {home.roles.map(({ title, text, href, action }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            <Anchor href={href}>{action}</Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}
