import { Anchor } from '#app/ui/anchor.tsx'
import { classes } from '#app/ui/classes.ts'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './about.module.css'
import type { Paper } from './about.server.ts'
import { PaperLink } from './foundations.tsx'
import type { Measure } from './roadmap.ts'

interface TimelineProps {
  roadmap: {
    paper: Paper | null
    stages: {
      code: string
      title: string
      sections: { code: string; title: string; measures: Measure[] }[]
    }[]
  }
}

/** The roadmap: stages, and in them each measure with its term and what is known of it. */
export function Timeline({ roadmap: { paper, stages } }: TimelineProps) {
  const words = useMessages().organisations.about
  return (
    <section>
      <SectionHead title={words.roadmap} id="roadmap" />
      <p className={styles.source}>
        {words.roadmapFrom} <PaperLink paper={paper} />
      </p>
      {stages.map((stage) => (
        <section key={stage.code} className={styles.stage}>
          <h3 lang="ru">{stage.title}</h3>
          {stage.sections.map((section) => (
            <section key={section.code}>
              {stage.sections.length > 1 && <h4 lang="ru">{section.title}</h4>}
              <ol className={styles.measures}>
                {section.measures.map((measure) => (
                  <MeasureRow key={measure.code} measure={measure} />
                ))}
              </ol>
            </section>
          ))}
        </section>
      ))}
    </section>
  )
}

function MeasureRow({ measure }: { measure: Measure }) {
  const { organisations } = useMessages()
  const words = organisations.about
  return (
    <li className={classes(styles.measure, measure.state && styles[measure.state])}>
      <p className={styles.term}>
        <span lang="ru">{measure.term}</span> <State measure={measure} />
      </p>
      <p lang="ru">
        {measure.number}. {measure.title}
      </p>
      <details>
        <summary>{words.results}</summary>
        <div className={styles.more} lang="ru">
          <ul>
            {measure.results.map((result) => (
              <li key={result}>{result}</li>
            ))}
          </ul>
          <p>
            {words.executors}: <Names names={measure.executors} />
            {measure.coExecutors.length > 0 && `. ${words.coExecutors}: `}
            <Names names={measure.coExecutors} />
          </p>
          {measure.note && <p>{measure.note}</p>}
        </div>
      </details>
    </li>
  )
}

function State({ measure: { state, doneOn } }: { measure: Measure }) {
  const words = useMessages().organisations.about.state
  const format = useFormat()
  if (!state) return null
  const word = state === 'done' || state === 'late' ? words[state](format.day(doneOn ?? '')) : words[state]
  return <span className={styles.state}>{word}</span>
}

function Names({ names }: { names: Measure['executors'] }) {
  return names.map(({ code, shortName }, index) => (
    <span key={code}>
      {index > 0 && ', '}
      <Anchor href={`/organisations/${code}`}>{shortName}</Anchor>
    </span>
  ))
}
