import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import styles from './cabinet-main.module.css'
import type { Task } from './tasks.ts'

/** Invitations, sheets, conclusions, assigned remarks: the most urgent thing of the cabinet; without any it takes no place. */
export function OwnTasks({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const { accounts, reviewWork } = useMessages()
  const words = accounts.cabinet.tasks
  const format = useFormat()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="own-tasks">
      <SectionHead title={words.title} id="own-tasks" />
      <ul className={styles.rows}>
        {tasks.map(({ id, kind, title, count, organisation, lastDay, href }) => (
          <li key={`${kind} ${id}`}>
            <p className={styles.facts}>
              {[
                kind === 'answers' ? words.answers(count) : words[kind],
                organisation,
                lastDay && words.until(format.day(lastDay)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <strong className={styles.title}>{title}</strong>
            {lastDay && lastDay < today && <Tag tone="red">{reviewWork.processing.overdue}</Tag>}
            <LinkButton href={href} look="main" small>
              {words.actions[kind]}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
