import styles from '#app/routes/cabinet.applications_.$number/way.module.css'
import type { WayView } from '#app/routes/cabinet.applications_.$number/way-view.server.ts'
import { Facts } from '#app/ui/facts.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** What was answered, with what does not meet the requirements; only for those who decide. */
export function Survey({ of: { survey, may } }: { of: Pick<WayView, 'survey' | 'may'> }) {
  const words = useMessages().applications.desk
  if (!may.decide) return null
  return (
    <section>
      <SectionHead title={words.survey} />
      {!survey && <p className={styles.quiet}>{words.noSurvey}</p>}
      <Facts
        facts={(survey?.said ?? []).map(({ title, value, unmet }) => ({
          term: title,
          lang: 'ru',
          value: (
            <>
              {value} {unmet && <Tag tone="red">{words.unmet}</Tag>}
            </>
          ),
        }))}
      />
    </section>
  )
}
