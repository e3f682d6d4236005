import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { RadioGroup } from '#app/ui/choice.tsx'
import { FieldError, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stack } from '#app/ui/page.tsx'
import { Skeleton } from '#app/ui/progress.tsx'
import styles from './source-field.module.css'

const DraftEditor = lazy(() => import('./draft-editor.tsx'))

export type Way = 'rich' | 'markdown' | 'plain'

type SourceFieldProps = {
  ways: readonly Way[]
  way: Way
  /** what was typed: JSON of the document for the editor, text for the others */
  source: string
  /** the same text for a browser without scripts, where the editor cannot work */
  markdown?: string
  lang: string
  /** where the pictures of the text are read and sent; a text that is not saved yet has none */
  pictures?: { read: string; send: string }
  error?: string[]
  onChange?: () => void
}

/** The text of a document in one of three ways; without JavaScript the editor gives way to Markdown. */
export function SourceField(props: SourceFieldProps) {
  const { ways, way: first, source, markdown, lang, pictures, error, onChange } = props
  const { reviewWork } = useMessages()
  const words = reviewWork
  const [hydrated, setHydrated] = useState(false)
  const [way, setWay] = useState<Way>(first)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A way chosen or words typed before the scripts came stay; an untouched form opens the editor.
    const early = root.current ? touched(root.current) : null
    if (early) setWay(early)
    setHydrated(true)
  }, [])
  const [rich, setRich] = useState(first === 'rich' ? source : '')
  const editing = hydrated && way === 'rich'
  return (
    <Stack gap={2}>
      <div
        ref={root}
        onChange={(event) =>
          event.target instanceof HTMLInputElement &&
          event.target.name === 'way' &&
          setWay(event.target.value as Way)
        }
      >
        <RadioGroup
          key={String(hydrated)}
          name="way"
          legend={words.way}
          defaultValue={hydrated || way !== 'rich' ? way : 'markdown'}
          options={ways.map((value) => ({
            value,
            label: words.ways[value],
            hint: words.wayHints[value],
            disabled: value === 'rich' && !hydrated,
          }))}
        />
      </div>
      <noscript>
        <Notice>{words.noScript}</Notice>
      </noscript>
      {editing ? (
        <>
          <Suspense fallback={<Skeleton lines={8} />}>
            <DraftEditor
              label={words.source}
              lang={lang}
              pictures={pictures}
              initial={docOf(rich)}
              onChange={(doc) => {
                setRich(JSON.stringify(doc))
                onChange?.()
              }}
            />
          </Suspense>
          <p className={styles.keys}>{words.editorKeys}</p>
          <input type="hidden" name="source" value={rich} />
          <FieldError id="f-source" error={error} />
        </>
      ) : (
        <TextArea
          name="source"
          label={words.source}
          error={error}
          rows={18}
          defaultValue={first === 'rich' ? (markdown ?? '') : source}
          lang={lang}
          onInput={onChange}
        />
      )}
    </Stack>
  )
}

/** The way a person chose, or typed in, before this field came to life; null when nothing was touched. */
function touched(root: HTMLElement): Way | null {
  const radios = [...root.querySelectorAll<HTMLInputElement>('input[name="way"]')]
  const text = root.closest('form')?.querySelector<HTMLTextAreaElement>('textarea[name="source"]')
  const moved = radios.some(({ checked, defaultChecked }) => checked !== defaultChecked)
  const typed = text && text.value !== text.defaultValue
  const chosen = radios.find(({ checked }) => checked)
  return (moved || typed) && chosen ? (chosen.value as Way) : null
}

function docOf(source: string) {
  try {
    return source === '' ? null : JSON.parse(source)
  } catch {
    return null
  }
}
