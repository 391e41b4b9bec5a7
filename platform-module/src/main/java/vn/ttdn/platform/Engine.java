package vn.ttdn.platform;

import java.util.Map;
import org.activiti.engine.ManagementService;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;

/**
 * The parts of Alfresco's process engine that we ask without Alfresco in between.
 *
 * @param beans the map in which the engine looks up what a BPMN file names
 */
public record Engine(
    RepositoryService repository,
    RuntimeService runtime,
    TaskService tasks,
    ManagementService management,
    Map<String, Object> beans) {}
