import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineListeners } from './timeline/timeline.listeners.js';
import { TimelineService } from './timeline/timeline.service.js';

/**
 * Roof. Who did what, the search over everything, a patient's time line, and later the clinic's figures. Owns: timeline_entry.
 * Emits nothing; listens to every event of the time line, which each module words by its own TimelineWords.
 */
@Module({
  controllers: [AuditController, SearchController, TimelineController],
  providers: [AuditService, SearchService, TimelineListeners, TimelineService],
})
export class ReportingModule {}
