import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { Tone } from '#app/ui/tone.ts'
import styles from './draft.module.css'
import type { ShownRow } from './draft-view.server.ts'

const tones: Record<ShownRow['fate'], Tone> = {
  same: 'neutral',
  changed: 'blue',
  new: 'green',
  leaves: 'amber',
}

/** Directions of the draft in their order, each with what becomes of it. */
export function DraftRows({ id, rows, fixed }: { id: string; rows: readonly ShownRow[]; fixed: boolean }) {
  const words = useMessages().directionLists
  return (
    <ul className={styles.rows}>
      {rows.map(({ code, shortTitle, tier, group, fate, replacedBy }) => (
        <li key={code}>
          <div>
            <h3 lang="ru">
              {fixed ? (
                shortTitle
              ) : (
                <Anchor href={`/desk/directions/${id}/rows/${code}`}>{shortTitle}</Anchor>
              )}
            </h3>
            <p>
              {tier}
              {group && (
                <>
                  {' · '}
                  <span lang="ru">{group}</span>
                </>
              )}
            </p>
            {fate === 'leaves' && (
              <p>
                {replacedBy.length === 0 ? words.noSuccessor : `${words.replaced} `}
                <span lang="ru">{replacedBy.join('; ')}</span>
              </p>
            )}
          </div>
          <Tag tone={tones[fate]}>{words.fates[fate]}</Tag>
        </li>
      ))}
    </ul>
  )
}
