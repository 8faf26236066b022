import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkItemKinds } from '../work-items/work-item-kinds.js';

/** A dead letter is somebody's work until it is done or started again: it stands on the list of what a person must decide. */
@Injectable()
export class DeadLetterWork implements OnModuleInit {
  constructor(private readonly kinds: WorkItemKinds) {}

  onModuleInit(): void {
    const words = { en: 'A task of Keel was not done', fr: 'Une tâche de Keel n’a pas été faite' };
    this.kinds.add({ dead_letter: { words, doneBy: 'POST /dead-letters/:id/replay' } });
  }
}
