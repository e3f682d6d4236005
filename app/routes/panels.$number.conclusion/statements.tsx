import { Fragment } from 'react'
import type { ConclusionBody } from '#app/domain/panels/conclusions/assembling.ts'
import { statementsOf } from '#app/domain/panels/conclusions/statements.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import styles from './marks.module.css'

/** The chair's text: each paragraph leads to the rows of the sheets it rests on; `page`: where these stand, when not here. */
export function Statements({ body, page = '' }: { body: ConclusionBody; page?: string }) {
  return (
    <div className={styles.statements}>
      {statementsOf(body).map(({ plain, items }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change on the page
        <p key={at}>
          {plain}
          {items.map(({ mark, anchor }) => (
            <Fragment key={mark}>
              {' '}
              <Anchor href={`${page}#${anchor}`} className={styles.basis}>
                [{mark}]
              </Anchor>
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}
