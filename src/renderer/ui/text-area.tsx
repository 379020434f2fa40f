import { Textarea, type TextareaProps } from '@mantine/core'
import classes from './text-area.module.css'

export interface TextAreaProps extends Omit<TextareaProps, 'autosize' | 'minRows' | 'maxRows'> {
  /** Lines shown when empty. */
  minRows?: number
  /** Lines up to which the field grows; a longer text scrolls. */
  maxRows?: number
}

/**
 * A field of several lines that grows with its text. The browser sizes it (`field-sizing`): measuring by script would
 * lay out the whole text again at every key, which takes seconds from some hundred thousand characters on.
 */
export function TextArea({ minRows = 2, maxRows = 14, ...rest }: TextAreaProps) {
  const rows = { '--rows-min': minRows, '--rows-max': maxRows }
  return <Textarea rows={minRows} classNames={{ input: classes.area ?? '' }} style={rows} {...rest} />
}
