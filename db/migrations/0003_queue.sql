-- The web login queues work without any right on the queue itself: one task name of a short list and the id of a row.
CREATE FUNCTION enqueue_work(task text, subject uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF task NOT IN ('job', 'notice') THEN
    RAISE EXCEPTION 'unknown task %', task;
  END IF;
  PERFORM graphile_worker.add_job(task, json_build_object('id', subject), job_key := task || ':' || subject, max_attempts := 8);
END $$;
