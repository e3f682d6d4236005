import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './cabinet-main.module.css'
import type { PanelTask } from './tasks.ts'

/** Invitations to answer and sheets to fill, the most urgent thing of the cabinet; without any it takes no place. */
export function PanelTasks({ tasks }: { tasks: readonly PanelTask[] }) {
  const words = useMessages().accounts.cabinet.tasks
  const format = useFormat()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="panel-tasks">
      <SectionHead title={words.title} id="panel-tasks" />
      <ul className={styles.rows}>
        {tasks.map(({ id, kind, title, organisation, lastDay, href }) => (
          <li key={id}>
            <p className={styles.facts}>
              {words[kind]} · {organisation} · {words.until(format.day(lastDay))}
            </p>
            <strong className={styles.title}>{title}</strong>
            <LinkButton href={href} look="main" small>
              {kind === 'invitation' ? words.answer : words.fill}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
