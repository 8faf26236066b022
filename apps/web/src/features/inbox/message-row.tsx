import { VisuallyHidden } from '@mantine/core';
import { IconDeviceMobileMessage, IconMail } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import classes from './inbox.module.css';
import type { Message } from '../../data/messages.js';
import { messageWords } from '../../ui/messages/message-words.js';
import { MessageBadge } from '../../ui/messages/message-badge.js';
import { momentOf } from '../../ui/messages/message-reason.js';
import { useMessageWords } from '../../ui/messages/message-text.js';

/** Who, by which way, what for, how it stands and when. */
export function MessageRow({ message, open }: { message: Message; open: boolean }) {
  const t = useWords(messageWords);
  const words = useMessageWords();
  const format = useFormat();
  const Icon = message.channel === 'sms' ? IconDeviceMobileMessage : IconMail;
  const moment = momentOf(message);
  return (
    <li>
      <Link
        to="."
        search={(now) => ({ ...now, message: message.id })}
        className={classes['row']}
        data-attention={message.attention || undefined}
        aria-current={open || undefined}
      >
        <Icon size={20} stroke={1.7} aria-hidden className={classes['icon']} />
        <VisuallyHidden>{t(`channel.${message.channel}`)}</VisuallyHidden>
        <span className={classes['who']}>{words.who(message)}</span>
        <span className={classes['when']}>
          {format.day(moment)} {format.time(moment)}
        </span>
        <span className={classes['about']}>{words.about(message)}</span>
        <span className={classes['state']}>
          <MessageBadge message={message} />
        </span>
        {(message.attention || message.status !== 'scheduled') && words.why(message) && (
          <span className={classes['why']}>{words.why(message)}</span>
        )}
      </Link>
    </li>
  );
}
