import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './cabinet-main.module.css'
import type { PanelTask } from './tasks.ts'

/** Invitations to answer, sheets to fill, conclusions to issue: the most urgent thing of the cabinet; without any it takes no place. */
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
              {[words[kind], organisation, lastDay && words.until(format.day(lastDay))]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <strong className={styles.title}>{title}</strong>
            <LinkButton href={href} look="main" small>
              {words.actions[kind]}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
