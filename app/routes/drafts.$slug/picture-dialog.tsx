import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { AskDialog } from './ask-dialog.tsx'

/** A picture as the text names it. */
export interface PictureAttrs {
  file: string
  alt: string
  width: number | null
  height: number | null
}

type PictureDialogProps = {
  /** where pictures of this text are sent */
  action: string
  /** the picture whose words are to be changed; null for a new one */
  picture: PictureAttrs | null
  /** a file that was pasted or dropped */
  given: File | null
  onDone: (picture: PictureAttrs) => void
  onClose: () => void
}

const kinds = ['image/png', 'image/jpeg']

/** Asks for a picture and for what it shows; the words are obligatory, because not everybody sees it. */
export function PictureDialog({ action, picture, given, onDone, onClose }: PictureDialogProps) {
  const words = useMessages().reviewEditor.picture
  const [problems, setProblems] = useState<{ file?: string; alt?: string }>({})
  const [busy, setBusy] = useState(false)

  async function sent(form: FormData) {
    const alt = String(form.get('alt') ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    const chosen = form.get('file')
    const file = given ?? (chosen instanceof File && chosen.size > 0 ? chosen : null)
    const missing = {
      ...(alt === '' && { alt: words.altNeeded }),
      ...(!picture && !file && { file: words.fileNeeded }),
    }
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    if (picture) return onDone({ ...picture, alt })
    setBusy(true)
    const answer = await upload(action, file as File)
    setBusy(false)
    if (typeof answer === 'string') setProblems({ file: answer === '' ? words.noAnswer : answer })
    else onDone({ ...answer, alt })
  }

  return (
    <AskDialog
      title={picture ? words.altTitle : words.title}
      buttons={
        <Button look="main" aria-busy={busy} disabled={busy}>
          {busy ? words.sending : picture ? words.change : words.insert}
        </Button>
      }
      onSent={(form) => void sent(form)}
      onClose={onClose}
    >
      {!picture && !given && (
        <Field
          type="file"
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept={kinds.join(',')}
          error={problems.file}
          required
        />
      )}
      {given && <p>{words.given(given.name)}</p>}
      {given && problems.file && <p role="alert">{problems.file}</p>}
      <TextArea
        name="alt"
        label={words.alt}
        hint={words.altHint}
        rows={3}
        maxLength={400}
        defaultValue={picture?.alt ?? ''}
        error={problems.alt}
        required
      />
    </AskDialog>
  )
}

/** What the server made of the file, or its sentence why not; empty when there is no answer. */
async function upload(action: string, file: File): Promise<Omit<PictureAttrs, 'alt'> | string> {
  const body = new FormData()
  body.set('file', file)
  try {
    const response = await fetch(action, { method: 'POST', body })
    const answer = await response.json()
    return response.ok ? answer : String(answer.problem ?? '')
  } catch {
    return ''
  }
}

/** The first picture of a clipboard or of what was dropped; null when there is none. */
export function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find(({ type }) => kinds.includes(type)) ?? null
}
