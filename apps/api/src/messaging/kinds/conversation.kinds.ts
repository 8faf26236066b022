import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageKinds, type MessageKindRules } from './message-kinds.js';

/**
 * A patient's text and the answer to it are written when they come (`Conversations`) and wait for nobody. An answer is to what was
 * said then, so it is not sent again; nor does it remind anybody, so that it left is not told.
 */
const SAID: MessageKindRules = { to: 'patient', heldUnproved: true, bound: 'day', texts: [] };

@Injectable()
export class ConversationKinds implements OnModuleInit {
  constructor(private readonly kinds: MessageKinds) {}

  onModuleInit(): void {
    this.kinds.add({ reply: SAID, received: SAID });
  }
}
