import { useLoaderData } from '@remix-run/react'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import styles from './criteria.module.css'
import type { loader } from './route.tsx'

/** Every criterion with the marks and the reasons of all experts, then what they said in words. */
export function Criteria() {
  const { criteria, words: texts, scores } = useLoaderData<typeof loader>()
  const words = useMessages().contests.results.marks
  const format = useFormat()
  return (
    <Stack gap={4}>
      <p>
        {words.scores}:{' '}
        {scores.map((score) => (score === null ? words.notApplicable : format.number(score))).join('; ')}
      </p>
      {criteria.map(({ code, title, weight, most, marks, median, decided }) => (
        <section key={code}>
          <SectionHead title={<span lang="ru">{title}</span>} />
          <p className={styles.about}>
            {words.weight(weight)}
            {median !== null && `, ${words.median(format.number(median))}`}
          </p>
          {decided !== null && <p>{words.decided(decided)}</p>}
          <ul className={styles.marks}>
            {marks.map(({ expert, mark, word, reason }) => (
              <li key={expert}>
                <strong>
                  {words.expert(expert)}: {mark === null ? words.notApplicable : words.mark(mark, most)}
                </strong>{' '}
                {word && <span lang="ru">{word.toLowerCase()}</span>}
                {reason && <p lang="ru">{reason}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {texts.length > 0 && (
        <section>
          <SectionHead title={words.words} />
          {texts.map(({ title, said }) => (
            <div key={title}>
              <h3 lang="ru">{title}</h3>
              {said.map((one) => (
                <p key={one} lang="ru">
                  {one}
                </p>
              ))}
            </div>
          ))}
        </section>
      )}
    </Stack>
  )
}
